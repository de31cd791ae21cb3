/** What a page gives to the frame around it. */
import type { Child } from '../element.ts';

export interface View {
  title: string;
  content: Child;
}
