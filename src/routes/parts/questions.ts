import { partQuestions } from '#components/parts/index.ts';
import type { PartKey } from '#domain/parts/keys.ts';

/** What a page of one part is given, with the code of that part's questions and of no other's. */
export async function withQuestions<Data extends { key: PartKey }>(data: Data) {
	const { default: Questions } = await partQuestions[data.key]();
	return { ...data, Questions };
}
