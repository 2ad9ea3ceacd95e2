export { activityMarks } from './activity.ts';
export { questionnaireRuleSet } from './book.ts';
export { QUESTIONNAIRES, UNAVAILABLE_QUESTIONNAIRES } from './catalogue.ts';
export { packYears } from './pack-years.ts';
export { scoreOf, type ScoreSituation } from './score.ts';
