// The property of aggregates in SQL over many more histories than every test run can have.
process.env['ANSWERS_RUNS'] ??= '12';
await import('./aggregate-answers.property.test.js');
