import config from './jest.config.mjs';

/** The same, for what takes minutes: thousands of generated operations, long histories, planted faults. */
export default {
  ...config,
  testMatch: ['<rootDir>/{apps,packages,plugins}/**/src/**/*.thorough.ts', '<rootDir>/test/**/*.thorough.ts'],
};
