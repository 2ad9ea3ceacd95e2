export { doctorProfiles, readAssistants } from './employer.repository.ts';
export { employerHandlers } from './employer.handlers.ts';
