import type { InvoiceSyntax } from './syntax';

/**
 * UN/CEFACT Cross Industry Invoice as Factur-X, ZUGFeRD (1 and 2), XRechnung and Order-X use it. The ends of the paths
 * are the same in both generations.
 */
export const CII: InvoiceSyntax = {
  roots: ['CrossIndustryInvoice', 'CrossIndustryDocument', 'SCRDMCCBDACIOMessageStructure'],
  facts: [
    { concept: 'invoice-number', path: 'ExchangedDocument/ID' },
    { concept: 'invoice-number', path: 'HeaderExchangedDocument/ID' },
    { concept: 'invoice-date', path: 'ExchangedDocument/IssueDateTime/DateTimeString' },
    { concept: 'invoice-date', path: 'HeaderExchangedDocument/IssueDateTime/DateTimeString' },
    { concept: 'due-date', path: 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString' },
    { concept: 'delivery-date', path: 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString' },
    { concept: 'seller-name', path: 'SellerTradeParty/Name' },
    { concept: 'seller-vat-id', path: 'SellerTradeParty/SpecifiedTaxRegistration/ID', attribute: ['schemeID', 'VA'] },
    {
      concept: 'seller-tax-number',
      path: 'SellerTradeParty/SpecifiedTaxRegistration/ID',
      attribute: ['schemeID', 'FC'],
    },
    { concept: 'sender-email', path: 'SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/URIID' },
    { concept: 'buyer-name', path: 'BuyerTradeParty/Name' },
    { concept: 'buyer-vat-id', path: 'BuyerTradeParty/SpecifiedTaxRegistration/ID', attribute: ['schemeID', 'VA'] },
    { concept: 'buyer-email', path: 'BuyerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/URIID' },
    { concept: 'customer-number', path: 'BuyerTradeParty/ID' },
    { concept: 'order-number', path: 'BuyerOrderReferencedDocument/IssuerAssignedID' },
    { concept: 'order-number', path: 'BuyerOrderReferencedDocument/ID' },
    { concept: 'contract-number', path: 'ContractReferencedDocument/IssuerAssignedID' },
    { concept: 'currency', path: 'InvoiceCurrencyCode' },
    { concept: 'iban', path: 'PayeePartyCreditorFinancialAccount/IBANID' },
    { concept: 'bic', path: 'PayeeSpecifiedCreditorFinancialInstitution/BICID' },
    { concept: 'account-holder', path: 'PayeePartyCreditorFinancialAccount/AccountName' },
    { concept: 'payment-terms', path: 'SpecifiedTradePaymentTerms/Description' },
    { concept: 'total-net', path: 'MonetarySummation/TaxBasisTotalAmount' },
    { concept: 'total-tax', path: 'MonetarySummation/TaxTotalAmount' },
    { concept: 'total-gross', path: 'MonetarySummation/GrandTotalAmount' },
    { concept: 'amount-due', path: 'MonetarySummation/DuePayableAmount' },
    { concept: 'amount-due', path: 'MonetarySummation/GrandTotalAmount' },
    { concept: 'paid-amount', path: 'MonetarySummation/TotalPrepaidAmount' },
    { concept: 'discount-total', path: 'MonetarySummation/AllowanceTotalAmount' },
  ],
  lineElements: ['IncludedSupplyChainTradeLineItem'],
  lineFacts: [
    { concept: 'item-position', path: 'AssociatedDocumentLineDocument/LineID' },
    { concept: 'item-description', path: 'SpecifiedTradeProduct/Name' },
    { concept: 'item-code', path: 'SpecifiedTradeProduct/SellerAssignedID' },
    { concept: 'item-code', path: 'SpecifiedTradeProduct/GlobalID' },
    { concept: 'item-quantity', path: 'BilledQuantity' },
    { concept: 'item-quantity', path: 'RequestedQuantity' },
    { concept: 'item-unit', path: 'BilledQuantity/@unitCode' },
    { concept: 'item-unit-price', path: 'NetPriceProductTradePrice/ChargeAmount' },
    { concept: 'item-amount', path: 'MonetarySummation/LineTotalAmount' },
    { concept: 'item-tax-rate', path: 'ApplicableTradeTax/RateApplicablePercent' },
    { concept: 'item-tax-rate', path: 'ApplicableTradeTax/ApplicablePercent' },
  ],
};
