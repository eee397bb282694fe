import type { AddressRule, FactRule, InvoiceSyntax } from './syntax';

/** One party of an invoice or an order, whatever the element is called that holds it. */
function party(elements: readonly string[], of: 'seller' | 'buyer'): FactRule[] {
  return elements.flatMap((element): FactRule[] => [
    { concept: `${of}-name`, path: `${element}/Party/PartyLegalEntity/RegistrationName` },
    { concept: `${of}-name`, path: `${element}/Party/PartyName/Name` },
    { concept: `${of}-vat-id`, path: `${element}/Party/PartyTaxScheme/CompanyID` },
    { concept: `${of}-street`, path: `${element}/Party/PostalAddress/StreetName` },
    { concept: `${of}-city`, path: `${element}/Party/PostalAddress/CityName` },
    { concept: `${of}-zip`, path: `${element}/Party/PostalAddress/PostalZone` },
    { concept: `${of}-country`, path: `${element}/Party/PostalAddress/Country/IdentificationCode` },
    {
      concept: of === 'seller' ? 'sender-email' : 'buyer-email',
      path: `${element}/Party/Contact/ElectronicMail`,
    },
    { concept: of === 'seller' ? 'contact-person' : 'buyer-contact', path: `${element}/Party/Contact/Name` },
    ...(of === 'seller' ? sellerOnly(element) : []),
  ]);
}

function sellerOnly(element: string): FactRule[] {
  return [
    { concept: 'phone', path: `${element}/Party/Contact/Telephone` },
    { concept: 'website', path: `${element}/Party/WebsiteURI` },
    { concept: 'company-number', path: `${element}/Party/PartyLegalEntity/CompanyID` },
  ];
}

function address(concept: string, path: string): AddressRule {
  return {
    concept,
    path,
    streets: ['StreetName', 'AdditionalStreetName', 'AddressLine/Line'],
    zip: 'PostalZone',
    city: 'CityName',
    country: 'Country/IdentificationCode',
  };
}

/** The rows of invoices, credit notes and orders, by their element, with the element that holds the quantity. */
function lineFacts(line: string, quantity: string): FactRule[] {
  return [
    { concept: 'item-position', path: `${line}/ID` },
    { concept: 'item-quantity', path: quantity },
    { concept: 'item-unit', path: `${quantity}/@unitCode` },
    { concept: 'item-amount', path: `${line}/LineExtensionAmount` },
  ];
}

/** OASIS UBL 2.1 Invoice, CreditNote and Order, as Peppol BIS and XRechnung use them. */
export const UBL: InvoiceSyntax = {
  roots: ['Invoice', 'CreditNote', 'Order'],
  facts: [
    { concept: 'invoice-number', path: 'Invoice/ID' },
    { concept: 'invoice-number', path: 'CreditNote/ID' },
    { concept: 'order-number', path: 'Order/ID' },
    { concept: 'order-date', path: 'Order/IssueDate' },
    { concept: 'invoice-date', path: 'IssueDate' },
    { concept: 'invoice-type', path: 'InvoiceTypeCode' },
    { concept: 'invoice-type', path: 'CreditNoteTypeCode' },
    { concept: 'invoice-note', path: 'Invoice/Note' },
    { concept: 'invoice-note', path: 'CreditNote/Note' },
    { concept: 'invoice-note', path: 'Order/Note' },
    { concept: 'due-date', path: 'Invoice/DueDate' },
    { concept: 'due-date', path: 'PaymentMeans/PaymentDueDate' },
    { concept: 'delivery-date', path: 'Delivery/ActualDeliveryDate' },
    { concept: 'delivery-date', path: 'Delivery/RequestedDeliveryPeriod/EndDate' },
    { concept: 'period-start', path: 'InvoicePeriod/StartDate' },
    { concept: 'period-end', path: 'InvoicePeriod/EndDate' },
    ...party(['AccountingSupplierParty', 'SellerSupplierParty'], 'seller'),
    ...party(['AccountingCustomerParty', 'BuyerCustomerParty'], 'buyer'),
    { concept: 'customer-number', path: 'AccountingCustomerParty/Party/PartyIdentification/ID' },
    { concept: 'customer-number', path: 'BuyerCustomerParty/Party/PartyIdentification/ID' },
    { concept: 'ship-to-name', path: 'Delivery/DeliveryParty/PartyName/Name' },
    { concept: 'order-number', path: 'OrderReference/ID' },
    { concept: 'contract-number', path: 'ContractDocumentReference/ID' },
    { concept: 'contract-number', path: 'Contract/ID' },
    { concept: 'delivery-note', path: 'DespatchDocumentReference/ID' },
    { concept: 'project', path: 'ProjectReference/ID' },
    { concept: 'buyer-reference', path: 'BuyerReference' },
    { concept: 'buyer-reference', path: 'CustomerReference' },
    { concept: 'currency', path: 'DocumentCurrencyCode' },
    { concept: 'iban', path: 'PayeeFinancialAccount/ID' },
    { concept: 'bic', path: 'PayeeFinancialAccount/FinancialInstitutionBranch/ID' },
    { concept: 'account-holder', path: 'PayeeFinancialAccount/Name' },
    { concept: 'payment-method', path: 'PaymentMeans/PaymentMeansCode/@name' },
    { concept: 'payment-means-code', path: 'PaymentMeans/PaymentMeansCode' },
    { concept: 'remittance-reference', path: 'PaymentMeans/PaymentID' },
    { concept: 'payment-terms', path: 'PaymentTerms/Note' },
    ...['LegalMonetaryTotal', 'AnticipatedMonetaryTotal'].flatMap((total): FactRule[] => [
      { concept: 'line-total', path: `${total}/LineExtensionAmount` },
      { concept: 'charge-total', path: `${total}/ChargeTotalAmount` },
      { concept: 'discount-total', path: `${total}/AllowanceTotalAmount` },
      { concept: 'total-net', path: `${total}/TaxExclusiveAmount` },
      { concept: 'total-gross', path: `${total}/TaxInclusiveAmount` },
      { concept: 'paid-amount', path: `${total}/PrepaidAmount` },
      { concept: 'rounding-amount', path: `${total}/PayableRoundingAmount` },
      { concept: 'amount-due', path: `${total}/PayableAmount` },
    ]),
    { concept: 'total-tax', path: 'TaxTotal/TaxAmount' },
    { concept: 'tax-rate', path: 'TaxSubtotal/TaxCategory/Percent' },
  ],
  lists: [
    {
      rows: 'item',
      elements: ['InvoiceLine', 'CreditNoteLine', 'OrderLine'],
      facts: [
        ...lineFacts('InvoiceLine', 'InvoicedQuantity'),
        ...lineFacts('CreditNoteLine', 'CreditedQuantity'),
        ...lineFacts('LineItem', 'LineItem/Quantity'),
        { concept: 'item-description', path: 'Item/Name' },
        { concept: 'item-description', path: 'Item/Description' },
        { concept: 'item-code', path: 'Item/SellersItemIdentification/ID' },
        { concept: 'item-code', path: 'Item/StandardItemIdentification/ID' },
        { concept: 'item-code', path: 'Item/BuyersItemIdentification/ID' },
        { concept: 'item-unit-price', path: 'Price/PriceAmount' },
        { concept: 'item-discount', path: 'AllowanceCharge/Amount' },
        { concept: 'item-tax-rate', path: 'Item/ClassifiedTaxCategory/Percent' },
      ],
    },
    {
      rows: 'tax-row',
      elements: ['TaxSubtotal'],
      facts: [
        { concept: 'tax-row-rate', path: 'TaxSubtotal/TaxCategory/Percent' },
        { concept: 'tax-row-base', path: 'TaxSubtotal/TaxableAmount' },
        { concept: 'tax-row-amount', path: 'TaxSubtotal/TaxAmount' },
      ],
    },
    {
      rows: 'charge',
      elements: ['AllowanceCharge'],
      facts: [
        { concept: 'charge-reason', path: 'AllowanceCharge/AllowanceChargeReason' },
        { concept: 'charge-amount', path: 'AllowanceCharge/Amount' },
        { concept: 'charge-base', path: 'AllowanceCharge/BaseAmount' },
        { concept: 'charge-percent', path: 'AllowanceCharge/MultiplierFactorNumeric' },
      ],
    },
  ],
  addresses: [
    address('seller-address', 'AccountingSupplierParty/Party/PostalAddress'),
    address('seller-address', 'SellerSupplierParty/Party/PostalAddress'),
    address('buyer-address', 'AccountingCustomerParty/Party/PostalAddress'),
    address('buyer-address', 'BuyerCustomerParty/Party/PostalAddress'),
    address('ship-to-address', 'Delivery/DeliveryLocation/Address'),
  ],
};
