/** Characters of the longest canonical name: our number. */
const MAX_NAME = 300;

/**
 * One spelling for all the spellings of a field's name: "Seller.Name", "sellerName" and "seller-name" are "seller_name".
 * Empty when the name has neither letter nor digit.
 */
export const canonicalName = (name: string): string =>
  name
    .slice(0, MAX_NAME)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .join('_');
