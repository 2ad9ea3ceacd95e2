export { Frame, FrameBanner } from './frame.tsx';
export { PageLayout } from './page-layout.tsx';
export { Rail, type RailItem } from './rail.tsx';
export { SideGroup, SideLink, SideNav } from './side-nav.tsx';
export { StatusBar, UndoSlot, type KeyHint, type StatusItem } from './status-bar.tsx';
export { TopBar } from './top-bar.tsx';
