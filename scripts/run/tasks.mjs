/** What is run after installing and building. Each is given the pinned Node and the rest of the command line. */
export const tasks = {
  start: (node, rest) => ({
    command: node,
    arguments: ['apps/gateway/dist/main.js', ...rest],
    // Out of the terminal's reach: a Ctrl-C comes to it once, from us, not also from the terminal and from npm.
    ownGroup: true,
  }),

  test: (node, rest) => ({
    command: node,
    arguments: [
      '--experimental-vm-modules', // Jest needs it for ES modules
      '--disable-warning=ExperimentalWarning',
      'node_modules/jest/bin/jest.js',
      ...rest,
    ],
  }),

  bench: (node, rest) => ({
    command: node,
    arguments: ['test/bench/run.ts', ...rest],
    // As above: it has servers to stop, once.
    ownGroup: true,
  }),

  /** Installing and building is all there is to it. */
  build: (node) => ({ command: node, arguments: ['--eval', ''] }),
};
