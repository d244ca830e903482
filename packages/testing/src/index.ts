// The test bed of plugin authors.
export { createTestBed } from './test-bed.js';
export type { Answer, TestBed, TestBedOptions } from './test-bed.js';
export { nationTemplate } from './nation-template.js';
