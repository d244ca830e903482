import { stepsOf } from '@phoihop/core';

/** The line of the program that everything here belongs to. */
export const program = 'PRG-26';

/** How every step of the workflows here is taken. */
export const { rowAt, record } = stepsOf({ plugin: 'environment', program });
