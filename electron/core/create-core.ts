import type { Handlers } from '#electron/security/call.ts';
import { createRouter } from '#electron/api/router.ts';
import { createChangeFeed } from '#electron/events/change-feed.ts';
import { accountsHandlers, vaultHandlers } from '#electron/features/accounts/index.ts';
import { deadlinesHandlers } from '#electron/features/deadlines/index.ts';
import { aidHandlers } from '#electron/features/aid/index.ts';
import { countersHandlers, createPastVisitDesk } from '#electron/features/counters/index.ts';
import { createUploads, documentsHandlers } from '#electron/features/documents/index.ts';
import { employerHandlers } from '#electron/features/employer/index.ts';
import { createImportDesk, importsHandlers } from '#electron/features/imports/index.ts';
import { practiceHandlers } from '#electron/features/practice/index.ts';
import { patientsHandlers, reindexPatient } from '#electron/features/patients/index.ts';
import { preparationHandlers, readCards } from '#electron/features/preparation/index.ts';
import { createRenewal } from '#electron/features/renewal/index.ts';
import { rulesHandlers } from '#electron/features/rules/index.ts';
import { sessionHandlers } from '#electron/features/session/index.ts';
import { timeHandlers, timeReadings } from '#electron/features/time-given-back/index.ts';
import { trainingHandlers } from '#electron/features/training/index.ts';
import { visitsHandlers } from '#electron/features/visits/index.ts';
import { systemClock, type Clock } from '#electron/platform/clock.ts';
import { createLog, type Log } from '#electron/platform/log.ts';
import { removableDisks, type RemovableDisks } from '#electron/platform/removable/index.ts';
import { createDerivation, type ScryptParameters } from '#electron/security/derivation.ts';
import { documentStore } from '#electron/storage/documents/document-store.ts';
import { createPractice } from '#electron/security/practice-vault.ts';

export interface CoreConfig {
  dataDir: string;
  version: string;
  demo?: boolean;
  clock?: Clock;
  log?: Log;
  /** Where the recovery key may be saved; the machine's own unless told otherwise. */
  disks?: RemovableDisks;
  /** Weaker only in tests that open hundreds of vaults. */
  scrypt?: ScryptParameters;
}

/**
 * Composition root: storage, services and router, for any host. Never imports Electron.
 * A host hands each window or browser to the router with its post.
 */
export function createCore(config: CoreConfig) {
  const clock = config.clock ?? systemClock();
  const log = config.log ?? createLog();
  const feed = createChangeFeed();
  const sessionListeners = new Set<(postId: string) => void>();
  const derivation = createDerivation();
  const practice = createPractice({
    dataDir: config.dataDir,
    clock,
    log,
    derivation,
    ...(config.scrypt === undefined ? {} : { scrypt: config.scrypt }),
    onSessionChange: (postId) => {
      for (const listener of sessionListeners) listener(postId);
    },
  });
  const disks = config.disks ?? removableDisks(config.dataDir);
  const onSession = (listener: (postId: string) => void) => {
    sessionListeners.add(listener);
    return () => void sessionListeners.delete(listener);
  };
  const pastVisits = createPastVisitDesk({ practice, feed, clock, log });
  const imports = createImportDesk({ practice, feed, clock, log }, pastVisits.sweepSoon);
  onSession(() => setImmediate(() => void (practice.isOpen || Promise.all([imports.close(), pastVisits.close()]))));
  const store = documentStore(config.dataDir, practice.documentKey);
  const uploads = createUploads(store);
  const areas: Omit<Handlers, 'renewal'> = {
    vault: vaultHandlers(practice, { version: config.version, demo: config.demo ?? false, disks }),
    session: sessionHandlers(feed, practice.sessions, onSession, { patient: reindexPatient }),
    accounts: accountsHandlers(practice, disks),
    practice: practiceHandlers(practice),
    patients: patientsHandlers({ demo: config.demo ?? false }),
    visits: visitsHandlers(readCards),
    preparation: preparationHandlers(),
    imports: importsHandlers(imports),
    rules: rulesHandlers(),
    documents: documentsHandlers(store, uploads),
    counters: countersHandlers(pastVisits),
    employer: employerHandlers(),
    aid: aidHandlers(),
    training: trainingHandlers(),
    time: timeHandlers(practice),
    deadlines: deadlinesHandlers(),
  };
  const renewal = createRenewal({
    practice,
    store,
    clock,
    read: {
      contract: areas.aid.contract,
      counter: areas.counters.view,
      curve: areas.counters.curve,
      assistants: areas.employer.assistants,
      profiles: areas.employer.profiles,
      trainings: areas.training.list,
      time: timeReadings(practice),
      practice: areas.practice.get,
      documents: areas.documents.list,
    },
  });
  onSession(() => setImmediate(() => practice.isOpen || renewal.clear()));
  const handlers: Handlers = { ...areas, renewal: renewal.handlers };
  const router = createRouter({
    clock,
    log,
    sessions: practice.sessions,
    feed,
    handlers,
    practice: () => {
      const open = practice.requireOpen();
      imports.called(open);
      pastVisits.called(open);
      return open;
    },
    damaged: () => void practice.damaged(),
  });
  return {
    router,
    clock,
    practice,
    /** A host tells a screen at once when its session changes, so that a lock shows within the instant. */
    onSession,
    lockPost: (postId: string) => practice.sessions.lock(postId),
    lockAll: () => practice.sessions.lockAll(),
    async close(): Promise<void> {
      await imports.close();
      await pastVisits.close();
      await uploads.close();
      await practice.close();
      await derivation.close();
    },
  };
}

export type Core = ReturnType<typeof createCore>;
