// The property of answers in SQL over many more histories than every test run can have.
process.env['ANSWERS_RUNS'] ??= '12';
await import('./answers.property.test.js');
