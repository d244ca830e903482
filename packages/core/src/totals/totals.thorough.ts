// The property of kept totals over many more histories than every test run can have.
process.env['TOTALS_RUNS'] ??= '20';
await import('./totals.property.test.js');
