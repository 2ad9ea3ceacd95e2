import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiProvider, type Density, type ThemeChoice } from '../../renderer/ui/index.ts';
import { GalleryFrame } from './gallery-frame.tsx';

// The view is in the address: ?theme=dark&density=tactile&page=champs.
const query = new URLSearchParams(location.search);
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <UiProvider theme={(query.get('theme') ?? 'auto') as ThemeChoice} density={(query.get('density') ?? 'dense') as Density}>
      <GalleryFrame page={query.get('page') ?? 'blocs'} overlay={query.get('overlay')} />
    </UiProvider>
  </StrictMode>,
);
