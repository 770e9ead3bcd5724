// What the page keeps on the visitor's device. Needs no timer, so it also runs where script is off.

async function keptTraces() {
  await Promise.allSettled(window.handrailRegistrations ?? []);
  const registrations = await navigator.serviceWorker.getRegistrations();
  return [
    ...document.cookie.split("; ").filter(Boolean).map((cookie) => `keeps a cookie: ${cookie}`),
    ...Object.keys(localStorage).map((key) => `keeps ${key} in localStorage`),
    ...Object.keys(sessionStorage).map((key) => `keeps ${key} in sessionStorage`),
    ...(await indexedDB.databases()).map((database) => `keeps the database ${database.name}`),
    ...(await caches.keys()).map((name) => `keeps the cache ${name}`),
    ...registrations.map((registration) => `keeps a service worker for ${registration.scope}`),
  ];
}
