import type { Translated } from '@phoihop/platform';

/** What refusals call the kinds of indicators and the levels that enter them, by schema coordinate. */
export const indicatorNames: Readonly<Record<string, Translated>> = {
  'IndicatorKind.SUM': { vi: 'số cộng dồn', en: 'sum' },
  'IndicatorKind.EVENT_COUNT': { vi: 'số cuộc', en: 'number of events' },
  'IndicatorKind.STOCK': { vi: 'số tại một thời điểm', en: 'number at a date' },
  'IndicatorKind.RATIO': { vi: 'tỷ lệ', en: 'share' },
  'IndicatorKind.STATUS_COUNT': { vi: 'số đơn vị đạt danh hiệu', en: 'number of units with a status' },
  'IndicatorKind.DERIVED': { vi: 'số tính từ chỉ số khác', en: 'figure computed from others' },
  'CollectionLevel.DISTRICT': { vi: 'huyện', en: 'district' },
  'CollectionLevel.COMMUNE': { vi: 'xã', en: 'commune' },
  'CollectionLevel.RESIDENTIAL_AREA': { vi: 'khu dân cư', en: 'residential area' },
};
