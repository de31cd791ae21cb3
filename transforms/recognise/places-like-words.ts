/**
 * Places whose names begin with a word that elsewhere stands in front of names or points at a body without naming it:
 * 和田 is no "and", 日照 no day, 本溪 not this one, 镇江 no town. Source: GB/T 2260.
 */

const PLACES: readonly string[] = [
  '日照|日喀则|日土|月湖区',
  '和平[区县]|和顺县|和林格尔|和龙市|和政县|和静县|和硕县|和田|和布克|和康县|和安县',
  '向阳区|让胡路|将乐县|且末',
  '本溪|原平市|原阳县|原州区|全椒|全南县|全州县',
  '乡宁|乡城县|科尔沁|科[左右][前中后]旗',
  '镇江|镇海|镇赉|镇平县|镇宁|镇远|镇雄|镇沅|镇康|镇巴|镇坪|镇安县|镇原县',
  // Elsewhere it is "and the county".
  '(?<=(?<!\\p{Script=Han})[年度]{0,2})和县',
];

/** Alternatives of a regular expression over the characters of a name. */
export const PLACES_LIKE_WORDS = PLACES.join('|');
