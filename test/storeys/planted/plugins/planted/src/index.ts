// Planted: a plugin that imports another through its package name, and one that reaches past a public face.
// test/storeys/check.mjs proves that the rule finds both. Nothing builds or runs this file.
export { default } from '@phoihop/environment';
export { program } from '../../../../../../plugins/environment/src/program.js';
