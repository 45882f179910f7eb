import { withQuestions } from '../../../parts/questions.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ data }) => withQuestions(data);
