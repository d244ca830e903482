import { readCitation } from './citation.js';
import { parseDocumentNumber } from './document-number.js';

test.each([
  ['02-NQ/HU', { serial: '02', year: null, type: 'NQ', issuers: ['HU'] }],
  ['05-CT/TW', { serial: '05', year: null, type: 'CT', issuers: ['TW'] }],
  ['217-QĐ/TW', { serial: '217', year: null, type: 'QĐ', issuers: ['TW'] }],
  ['03/CTPH-MTTQ-TCTV', { serial: '03', year: null, type: 'CTPH', issuers: ['MTTQ', 'TCTV'] }],
  ['25/KH-MTTQ-BTT', { serial: '25', year: null, type: 'KH', issuers: ['MTTQ', 'BTT'] }],
  ['88/NQLT/CP-ĐCTUBTWMTTQVN', { serial: '88', year: null, type: 'NQLT', issuers: ['CP', 'ĐCTUBTWMTTQVN'] }],
  ['1980/QĐ-TTg', { serial: '1980', year: null, type: 'QĐ', issuers: ['TTg'] }],
  ['07/2021/NĐ-CP', { serial: '07', year: 2021, type: 'NĐ', issuers: ['CP'] }],
  ['30/2026/QH16', { serial: '30', year: 2026, type: null, issuers: ['QH16'] }],
  ['15a/BC', { serial: '15a', year: null, type: 'BC', issuers: [] }],
])('%s is taken apart', (number, parts) => {
  expect(parseDocumentNumber(number)).toEqual(parts);
});

test('a decomposed Đ is the same letter', () => {
  expect(parseDocumentNumber('217-QĐ/TW'.normalize('NFD'))).toEqual(parseDocumentNumber('217-QĐ/TW'));
});

test.each([
  '',
  'NQ/HU',
  '02',
  '02-NQ',
  '02-NQ-HU/TW',
  '15/5/2016',
  '15-12-2016',
  '2020-2025',
  '02 - NQ/HU',
  '02/NQ HU',
  '1/2',
  '02//HU',
])('“%s” follows no grammar and is left as it is', (text) => {
  expect(parseDocumentNumber(text)).toBeNull();
});

test.each([
  [
    'Nghị quyết số 02-NQ/HU ngày 31 tháng 12 năm 2020 của Ban chấp hành Đảng bộ huyện (khóa IV)',
    '02-NQ/HU',
    '2020-12-31',
  ],
  ['Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị', '05-CT/TW', '2016-05-15'],
  ['Chỉ thị số 10-CT/TW, ngày 15-12-2016 của Ban Bí thư', '10-CT/TW', '2016-12-15'],
  ['Nghị định 07/2021/NĐ-CP.', '07/2021/NĐ-CP', null],
  ['Nghị quyết Trung ương 4 khóa XII', null, null],
  ['kết quả Đại hội Đảng các cấp nhiệm kỳ 2020-2025', null, null],
  ['Thông báo ngày 31/02/2021', null, null],
])('“%s”', (text, number, date) => {
  expect(readCitation(text)).toEqual({ number, date });
});
