/** How people would call a property: "invoiceNumber" and "invoice_number" become "Invoice number". */
export function titleOf(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .split(/[\s_\-./]+/)
    .filter((word) => word !== '')
    .map((word) => (/^[A-Z\d]{2,5}$/.test(word) ? word : word.toLowerCase()));
  const text = words.join(' ');
  return text === '' ? name : text.charAt(0).toUpperCase() + text.slice(1);
}
