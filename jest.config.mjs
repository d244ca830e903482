import { availableParallelism } from 'node:os';

import { bundleLibraries } from './packages/testing/jest/bundle-libraries.mjs';

/**
 * Tests run on the sources (swc), so that a test never reads a stale build. Run through `npm test`; what takes minutes
 * by itself is in `*.thorough.ts`, run through `npm run test:thorough`.
 */
const own = '^@phoihop/(database|platform|core|testing)$';

export default {
  rootDir: import.meta.dirname,
  testMatch: ['<rootDir>/{apps,packages,plugins}/**/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.data/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    ...(await bundleLibraries(import.meta.dirname)),
    [own]: '<rootDir>/packages/$1/src/index.ts',
    '^@phoihop/database/testing$': '<rootDir>/packages/database/src/testing.ts',
    '^@phoihop/platform/engine$': '<rootDir>/packages/platform/src/engine.ts',
    '^@phoihop/gateway$': '<rootDir>/apps/gateway/src/index.ts',
    '^@phoihop/cli$': '<rootDir>/packages/cli/src/index.ts',
    '^@phoihop/([a-z0-9-]+)$': '<rootDir>/plugins/$1/src/plugin.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
          target: 'es2022',
        },
        module: { type: 'es6' },
        // Beside the code: within it they would be two thirds of what is read and compiled for each test file.
        sourceMaps: true,
      },
    ],
  },
  globalSetup: '<rootDir>/packages/testing/jest/global-setup.mjs',
  globalTeardown: '<rootDir>/packages/testing/jest/global-teardown.mjs',
  workerIdleMemoryLimit: '1500MB',
  // One more than cores: tests wait for PostgreSQL, and PostgreSQL for them.
  maxWorkers: Math.max(2, availableParallelism() + 1),
  testTimeout: 180_000,
};
