import type { Translated } from '@phoihop/platform';
import { wordsOfWorkflow } from '../workflows/workflow-words.js';
import { agreementWorkflow } from './agreement-state.js';

/** What people call the states and steps of an agreement. */
export const agreementWords = wordsOfWorkflow(agreementWorkflow, {
  type: 'AgreementState',
  refusal: {
    vi: 'Văn bản phối hợp đang ở trạng thái {given} nên không thực hiện được bước này; có thể: {allowed}.',
    en: 'The agreement is {given}, so this step cannot be taken; possible are: {allowed}.',
  },
  states: {
    DRAFT: { vi: 'bản nháp', en: 'a draft' },
    CANCELLED: { vi: 'đã hủy', en: 'cancelled' },
    SIGNED: { vi: 'đã ký', en: 'signed' },
    CONCLUDED: { vi: 'đã tổng kết', en: 'concluded' },
    ENDED: { vi: 'đã kết thúc', en: 'ended' },
    RENEWED: { vi: 'đã gia hạn', en: 'renewed' },
  },
  steps: {
    changeAgreementDraft: { vi: 'sửa bản nháp', en: 'change the draft' },
    cancelAgreement: { vi: 'hủy bản nháp', en: 'cancel the draft' },
    signAgreement: { vi: 'ghi nhận ký kết', en: 'record the signing' },
    reviewAgreement: { vi: 'ghi nhận sơ kết', en: 'record a review' },
    concludeAgreement: { vi: 'ghi nhận tổng kết', en: 'record the final review' },
    endAgreement: { vi: 'kết thúc văn bản phối hợp', en: 'end the agreement' },
    renewAgreement: { vi: 'ghi nhận gia hạn', en: 'record the renewal' },
  },
});

/** What people call how an obligation under an agreement stands, by schema coordinate. */
export const agreementObligationNames: Readonly<Record<string, Translated>> = {
  'AgreementObligationStatus.NOT_YET_DUE': { vi: 'chưa đến hạn', en: 'not yet due' },
  'AgreementObligationStatus.DUE': { vi: 'sắp đến hạn', en: 'due' },
  'AgreementObligationStatus.OVERDUE': { vi: 'quá hạn', en: 'overdue' },
  'AgreementObligationStatus.DONE': { vi: 'đã thực hiện', en: 'done' },
  'AgreementObligationStatus.DONE_LATE': { vi: 'đã thực hiện sau hạn', en: 'done late' },
  'AgreementObligationStatus.WAIVED': { vi: 'đã được miễn', en: 'excused' },
  'AgreementObligationStatus.LAPSED': { vi: 'không còn phải làm', en: 'lapsed' },
};
