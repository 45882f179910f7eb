/** A Swedish postcode as five digits, from "123 45", "S-123 45" or "SE 12345"; null for anything else. */
export function cleanPostcode(text: string): string | null {
	const digits = text.replace(/^\s*SE?[\s-]*(?=\d)/i, '').replace(/[\s.-]/g, '');
	return /^[1-9]\d{4}$/.test(digits) && digits <= '98499' ? digits : null;
}
