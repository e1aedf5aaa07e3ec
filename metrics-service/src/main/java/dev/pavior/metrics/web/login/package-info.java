/**
 * Lets people in by a form: the token they have for the API becomes a cookie that scripts cannot
 * read and other sites cannot send.
 */
@NullMarked
package dev.pavior.metrics.web.login;

import org.jspecify.annotations.NullMarked;
