import { powerMonitor } from 'electron';

/** The practice locks with the machine: session locked, another user's session, sleep, shutdown. */
export function lockWithMachine(lock: () => void): void {
  powerMonitor.on('lock-screen', lock);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('user-did-resign-active', lock);
  powerMonitor.on('shutdown', lock);
}
