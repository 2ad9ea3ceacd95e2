export {
  absencesOf,
  doctorProfileOn,
  doctorProfiles,
  employmentsOf,
  readAssistant,
  readAssistants,
} from './employer.repository.ts';
export { countsOn } from './eligibility-told.ts';
export { employerHandlers } from './employer.handlers.ts';
