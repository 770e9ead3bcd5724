/* Removes the copies of a site that offers none any more, and then itself. */

(() => {
  const ours = `copy:${registration.scope}:`;
  const clear = async () => {
    for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
    await registration.unregister();
  };

  addEventListener("install", () => skipWaiting());
  addEventListener("activate", (event) => event.waitUntil(clear()));
})();
