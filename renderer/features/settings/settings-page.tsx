import { PageHead } from '../../app/shell/page-head.tsx';
export function SettingsPage() { return <PageHead title="Réglages" />; }
