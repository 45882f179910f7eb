type Field = HTMLInputElement & HTMLSelectElement;

/** Browsers fill these forms in again with nothing of their own (`autocomplete="off"`): what differs is the reader's doing. */
const FIELDS = 'form[autocomplete=off] :is(input, select)';

const differs = ({ checked, defaultChecked, value, defaultValue, selectedOptions }: Field) =>
	selectedOptions ? !selectedOptions[0]?.defaultSelected : checked !== defaultChecked || value !== defaultValue;

/**
 * What was ticked, chosen or typed beside the hits before the page came alive; what was ticked, coming alive sets back to what
 * the server sent: to be asked for before that. Gives for each form that was changed what applies it, to be called after.
 */
export function chosenEarly(): (() => void)[] {
	const fields = [...document.querySelectorAll<Field>(FIELDS)].filter(differs);
	const ticked = fields.map(({ checked }) => checked);
	return [...new Set(fields.map(({ form }) => form!))].map((form) => () => {
		for (const field of fields.splice(0)) field.checked = ticked.shift()!;
		const apply = () => form.dispatchEvent(new Event('change', { bubbles: true }));
		const typing = form.querySelector(':is([type=number], [type=date]):focus');
		if (typing) typing.addEventListener('blur', apply, { once: true });
		else apply();
	});
}
