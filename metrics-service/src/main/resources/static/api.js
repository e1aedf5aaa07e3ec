/** Asks this service for JSON. Whoever is no longer known is led to the log-in form. */
export async function ask(path) {
  const answer = await fetch(path, { headers: { Accept: 'application/json' } });
  if (answer.status === 401) {
    location.assign('/login');
  }
  if (!answer.ok) {
    throw new Error(`${path} answered ${answer.status}`);
  }
  return answer.json();
}
