// Monaco's workers, bundled beside the page: one file each, from our own origin.
const files = { json: 'json.worker.js', graphql: 'graphql.worker.js' };

globalThis.MonacoEnvironment = {
  getWorker: (_id, label) =>
    new Worker(new URL(files[label] ?? 'editor.worker.js', import.meta.url), { type: 'module', name: label }),
};
