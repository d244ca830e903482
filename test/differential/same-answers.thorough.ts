// The differential test over more operations than every test run can have, until every field has been answered.
process.env['DIFFERENTIAL_OPERATIONS'] ??= '1200';
await import('./same-answers.test.js');
