import { useLayoutEffect, type ReactNode } from 'react';
import { create } from 'zustand';
import type { KeyHint } from '../frame/index.ts';

interface PageHeadProps {
  /** h1. Never a patient's name: it is also what a second window shows. */
  title: string;
  context?: ReactNode;
  primaryAction?: ReactNode;
  secondaryActions?: ReactNode;
  hints?: readonly KeyHint[];
}

/** What the page says to the frame: its title and its actions. */
export const usePageHead = create<{ head: PageHeadProps }>()(() => ({ head: { title: '' } }));

/** Put once in each page. */
export function PageHead(props: PageHeadProps) {
  useLayoutEffect(() => {
    usePageHead.setState({ head: props });
  });
  return null;
}
