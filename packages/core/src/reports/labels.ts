import { extend, label } from '@phoihop/platform';
import { ReportTemplate } from './report-template.js';

/** Texts of a report template in the caller's language. */
export const reportTemplateLabels = extend(ReportTemplate, {
  title: label('title', { description: 'Name of the form in the language of the caller.', required: true }),
});
