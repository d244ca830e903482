/** The lines that this plugin carries: years and clusters belong to the one, titles and rewards to the other. */
export const yearProgram = 'PRG-47';
export const honorProgram = 'PRG-45';
