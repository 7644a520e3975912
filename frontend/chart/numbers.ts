/** A number on an axis, as the language writes it: 万 and 亿 in Chinese, thousands marks in English. */
export function axisNumber(value: number, locale: string): string {
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  if (locale.startsWith('zh')) {
    const [step, name] = size >= 1e8 ? [1e8, '亿'] : size >= 1e4 ? [1e4, '万'] : [1, ''];
    return sign + trim(size / step) + name;
  }
  return sign + new Intl.NumberFormat(locale, size >= 1e7 ? { notation: 'compact', maximumFractionDigits: 1 } : {
    maximumFractionDigits: 6,
  }).format(size);
}

function trim(value: number): string {
  return String(Number(value.toPrecision(6)));
}
