// The test bed of plugin authors
export { createTestBed } from './test-bed.js';
export type { Answer, TestBed, TestBedOptions } from './test-bed.js';
export { nationTemplate } from './nation-template.js';

// Core and a program's plugin with the demonstration, asked by the names of its people
export { startProgramBed } from './program-bed.js';
export type { AuditRow, ProgramBed } from './program-bed.js';

// Checks made of a plugin's own declarations
export { tryImpossibleSteps } from './impossible-steps.js';
export type { ImpossibleSteps } from './impossible-steps.js';
