export { createDraw } from './draw.ts';
export { inventPeople } from './people.ts';
export { refuseMixedFolder } from './demo-folder.ts';
export { inventPractice, staffOf, type PracticePlan } from './invent-practice.ts';
export { prepareDemo } from './prepare-demo.ts';
export { rowWriter } from './rows.ts';
export { demoPhrase } from './staff.ts';
export { visitRows } from './visits.ts';
