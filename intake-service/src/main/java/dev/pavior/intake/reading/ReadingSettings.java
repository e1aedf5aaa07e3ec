package dev.pavior.intake.reading;

import dev.pavior.intake.gitlab.GitLabSource;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.scheduling.support.CronExpression;

/**
 * Which GitLabs are read, and how often.
 *
 * @param sources the GitLabs; one without URL is not read
 * @param pollInterval pause between two looks at what has changed
 * @param overlap how far each look reaches back behind what was already read
 * @param catalogInterval pause between two readings of the catalogue
 * @param sweepAt when everything is read, as a cron expression of six fields
 * @param sweepZone the time zone of that
 * @param mostLost part of a project's items, and of all, that a sweep may find gone without asking
 * @param fewLost number of items that it may find gone in any case
 * @param freshlyMerged how long after its merge a merge request's details are still read
 * @param atOnce how many questions about single items may be under way together
 */
@ConfigurationProperties("pavior.intake.reading")
public record ReadingSettings(
        @DefaultValue List<GitLabSource> sources,
        @DefaultValue("60s") Duration pollInterval,
        @DefaultValue("5m") Duration overlap,
        @DefaultValue("10m") Duration catalogInterval,
        @DefaultValue("0 30 2 * * *") String sweepAt,
        @DefaultValue("UTC") ZoneId sweepZone,
        @DefaultValue("0.02") double mostLost,
        @DefaultValue("1") int fewLost,
        @DefaultValue("7d") Duration freshlyMerged,
        @DefaultValue("16") int atOnce) {

    public ReadingSettings {
        sources = sources.stream().filter(GitLabSource::isOn).toList();
        if (!CronExpression.isValidExpression(sweepAt)) {
            throw new IllegalArgumentException("no cron expression of six fields: " + sweepAt);
        }
        if (mostLost < 0 || mostLost > 1 || fewLost < 0 || atOnce < 1) {
            throw new IllegalArgumentException("a limit of reading is out of its range");
        }
    }

    CronExpression sweepTimes() {
        return CronExpression.parse(sweepAt);
    }
}
