//! The fields of every published object of the three domains, in the published order.
//!
//! One entry per schema: `Name: field field …`, continued on indented lines. The mark behind a field is its kind:
//! `!` its own key · `>path` a key of that resource · `>>path` a list of them · `>,path` several in one text · `@` a
//! time · `$` an amount as text · `#` a number · `~` a number as text · `?` a boolean · `?~` a boolean as text · `*` a
//! list · `:Schema` an object · `:Schema*` a list of objects · nothing: text. All three domains publish the same
//! fields; `tests/it/entities.rs` holds this table against the published documents.

pub(super) const SCHEMAS: &str = "\
Account: key! code name description activatedAt@ expiresAt@ createdAt@ updatedAt@ deletedAt@
Address: country addressLines addressee state city postCode phone email notes isActive? createdAt@ updatedAt@
Asset: key! siteKey>sites parentKey>assets vendorKey>vendors teamKey>teams documents:Document*
    locationKey>locations customerKey>customers accountKeys>,accounts name description makeCompanyKey>companies
    assetTemplateKey>asset-templates isPhysical? notes categoryName criticality isActive? makeName modelName
    serialNumber activatedAt@ deactivatedAt@ createdAt@ updatedAt@ deletedAt@
AssetDowntime: key! assetKey>assets description startedAt@ endedAt@ categoryName severity notes createdAt@
    updatedAt@
BOMLineItem: locationKey>locations materialKey>materials productKey>products currencyKey>currencies description
    quantity# uomKey>uom notes price$ createdAt@ updatedAt@
BillOfMaterial: key! siteKey>sites name projectKey>projects type lineItems:BOMLineItem* createdAt@ updatedAt@
Company: key! parentKey>companies organizationKey>organizations name code addresses:Address*
    billingAddress:Address currencyKey>currencies notes createdAt@ updatedAt@ deletedAt@
Contact: name position phones emails isActive? isDefault?
Counter: key! siteKey>sites assetKeys>,assets uomName uomKey>uom lastReading# lastReadingAt@ createdAt@
    updatedAt@ deletedAt@
CounterReading: key! assetKey>assets meterKey>meters reading~ createdAt@
Currency: key! name code isBase?~ isActive?~ createdAt@ updatedAt@ deletedAt@
CustomField: name
Customer: key! name code organizationKey>organizations addresses billingAddress companyKey>companies createdAt@
    updatedAt@ deletedAt@
Dimension:
Document: key! entityKeys>>assets name url type contentType description notes createdAt@ updatedAt@
Drawing: drawingNo drawingPos referenceNo referencePos documents:Document*
ExchangeRate: key! currencyKey>currencies baseCurrencyKey>currencies rate~ createdAt@
Fulfillment: key! organizationKey>organizations siteKey>sites vendorKey>vendors customerKey>customers
    salesOrderKey>sales-orders stockTransferKey>stock-transfers statusKey>statuses/fulfillments code orderNo
    orderDate@ title description completedAt@ notes shipmentAddress:Address lineItems createdAt@ updatedAt@
Inventory: key! code name quantity# unitCost# locationKey>locations updatedAt@ createdAt@
Invoice: key! title customerKey>customers locationKey>locations invoiceNumber vendorKey>vendors
    poKey>purchase-orders statusKey>statuses/invoices lineItems:InvoiceLineItem* invoiceDate@ dueDate@
    receivedDate@ currencyKey>currencies totalNetValue$ totalTaxValue$ totalGrossValue$
    salesOrderKey>sales-orders createdAt@ updatedAt@ deletedAt@
InvoiceLineItem: key! locationKey>locations vendorKey>vendors productKey>products statusKey>statuses/invoices
    storeroomKey>storerooms currencyKey>currencies lineNo~ code lineRef quantity# receivedQuantity~ uomKey>uom
    price$ discount$ lineTaxValue$ lineTotalValue$ notes deliveryAt@ createdAt@ updatedAt@ deletedAt@
Labor: key! organizationKeys>,organizations siteKeys>>sites locationKeys>>locations accountKey>accounts
    vendorKey>vendors userKey>users code teamKey>teams name firstName middleName lastName roleName description
    notes isActive? costUomKey>uom currencyKey>currencies createdAt@ updatedAt@ deletedAt@
LineItem: key! locationKey>locations assetKey>assets statusKey>statuses/purchase-orders materialKey>materials
    storeroomKey>storerooms vendorKey>vendors productKey>products price$ discount$ deliveryAt@ lineNo~ code name
    description lineRef quantity~ receivedQuantity~ type uomKey>uom cost$ currencyKey>currencies lineTotalValue$
    lineTaxValue$ notes dueAt@ createdAt@ updatedAt@
Location: key! siteKey>sites parentKey>locations teamKey>teams organizationKey>organizations name
    userManagerKey>users description code type address:Address isActive? contact isDefault? createdAt@
    updatedAt@ deletedAt@
Material: key! organizationKey>organizations parentKeys>>materials assetKeys>>assets code isAssembly? partNumber
    name description notes criticality isActive? manufacturerName uomKey>uom supplyOptions:SupplyOption*
    priceLevels:PriceLevel* createdAt@ updatedAt@ deletedAt@ inventories:Inventory* dimensions:Dimension
MaterialItem: key! materialKey>materials assemblyKey>materials assetKey>assets assetTemplateKey>asset-templates
    workOrderKey>work-orders pmKey>pm productionOrderKey>production-orders partNumber drawingNumber
    positionNumber documentKey>documents name uomKey>uom quantity# requiredQuantity# createdAt@ updatedAt@
    deletedAt@
Model: key! siteKey>sites documents:Document* name manufacturerName createdAt@ updatedAt@ deletedAt@
Organization: key! currencyKey>currencies name code description addresses:Address* billingAddress:Address
    contacts:Contact* createdAt@ updatedAt@ deletedAt@
POLineItem: key! locationKey>locations accountKey>accounts vendorKey>vendors assetKey>assets
    materialKey>materials productKey>products statusKey>statuses/purchase-orders storeroomKey>storerooms lineNo~
    code type name description lineRef quantity# receivedQuantity# uomKey>uom currencyKey>currencies price$
    discount$ lineTaxValue$ lineTotalValue$ notes deliveryAt@ dueAt@ createdAt@ updatedAt@ deletedAt@
Part: key! siteKeys>>sites parentKeys>>materials assetKeys>>assets vendorKeys>,vendors
    organizationKey>organizations documents:Document* accountKey>accounts categoryName code isAssembly?
    partNumber name description notes criticality isActive? manufacturerName minimumQuantity~ uomKey>uom cost$
    currency supplyOptions:SupplyOption* priceLevels:PriceLevel* createdAt@ updatedAt@ deletedAt@
    inventory:Inventory drawings:Drawing* dimensions:Dimension
PreventiveMaintenance: key! assetKeys>>assets teamKey>teams siteKey>sites accountKey>accounts title description
    status severity laborAssignedKey>labors estimatedTime~ roleName categoryName documents*
    assetTemplateKeys>,asset-templates statusKey>statuses/work-orders notes dueAt@ categoryCode
    requiresMaterials? triggers:WorkTrigger* tasks:Task* resources:Work* createdAt@ updatedAt@ deletedAt@
PriceLevel: name price$ uomKey>uom uomQuantity~ currencyKey>currencies taxKey>taxes minQuantity~ maxQuantity~
    updatedAt@ deletedAt@
Product: key! groupKey>groups organizationKey>organizations uomKey>uom code name description type isTaxable?
    taxKeys>>taxes status price$ currencyKey>currencies quantity# sku upc ean isbn partNumber
    dimensions:Dimension supplyOptions:SupplyOption* priceLevels:PriceLevel* createdAt@ updatedAt@ deletedAt@
ProductGroup: key! parentKey>groups code name description updatedAt@ createdAt@ deletedAt@
ProductionOrder: key! siteKey>sites statusKey>statuses/production-orders locationKey>locations orderNo
    orderDate@ totalNetValue$ totalTaxValue$ totalGrossValue$ note lineItems:POLineItem* createdAt@ updatedAt@
    deletedAt@
Project: key! siteKey>sites name accountKey>accounts statusKey>statuses/projects budget$ createdAt@ updatedAt@
    deletedAt@
PurchaseOrder: key! siteKey>sites organizationKey>organizations orderDate@ vendorKey>vendors
    userRequestedKey>users userApprovedKey>users orderNo statusKey>statuses/purchase-orders title description
    dueAt@ approvedAt@ completedAt@ shippingMethod shipmentDate@ shipmentAddress:Address billingAddress:Address
    terms notes deliveryAddress:Address currencyKey>currencies locationKey>locations totalNetValue$
    totalGrossValue$ updatedAt@ lineItems:POLineItem*
PurchaseRequisition: key! siteKey>sites requesterKey>users accountKey>accounts userRequestedKey>users
    userApprovedKey>users code statusKey>statuses/purchase-requisitions shippingMethod shippingAddress:Address
    lineItems:POLineItem* documentKeys>,documents totalNetValue$ totalTaxValue$ totalGrossValue$ createdAt@
    updatedAt@ deletedAt@
Receipt: key! siteKey>sites vendorKey>vendors poKey>purchase-orders code orderNo orderDate@ title description
    completedAt@ shippingMethod notes currencyKey>currencies totalNetValue$ totalTaxValue$ totalGrossValue$
    lineItems:POLineItem* createdAt@ updatedAt@
Receiving: key! organizationKey>organizations siteKey>sites vendorKey>vendors poKey>purchase-orders code orderNo
    orderDate@ title description completedAt@ shippingMethod notes currencyKey>currencies totalNetValue$
    totalTaxValue$ totalGrossValue$ lineItems:POLineItem* createdAt@ updatedAt@
RequestForQuotation: key! siteKey>sites vendorKey>vendors organizationKey>organizations accountKey>accounts code
    statusKey>statuses/rfq shippingMethod shippingAddress:Address* lineItems:POLineItem* documentKeys>,documents
    totalNetValue$ totalTaxValue$ totalGrossValue$ createdAt@ updatedAt@ deletedAt@
ReturnOrder: key! organizationKey>organizations siteKey>sites vendorKey>vendors statusKey>statuses/return-orders
    code poKey>purchase-orders orderNo orderDate@ type title description dueAt@ approvedAt@ completedAt@
    shippingMethod terms notes currencyKey>currencies totalNetValue$ totalTaxValue$ totalGrossValue$
    lineItems:POLineItem* createdAt@ updatedAt@
SalesLineItem: productKey>products locationKey>locations storeroomKey>storerooms quantity# quantityRequired~
    price$ discount$ lineTaxValue$ lineTotalValue$ taxKey>taxes
SalesOrder: key! organizationKey>organizations customerKey>customers userKey>users code orderNumber date@
    statusKey>statuses/sales-orders shipmentDate@ contactPerson lines:SalesLineItem* currencyKey>currencies
    currencyRate~ shipmentOrderKey>shipment-orders shipmentAddress:Address billingAddress:Address createdAt@
    updatedAt@ deletedAt@
ServiceRequest: key! siteKey>sites locationKey>locations storeroomKey>storerooms assetKey>assets
    workOrderKey>work-orders teamKey>teams userRequestedKey>users userApprovedKey>users laborAssignedKey>labors
    documents:Document* title description statusKey>statuses/service-requests severity estimatedTime~ roleName
    categoryName notes approvedAt@ dueAt@ createdAt@ updatedAt@ deletedAt@
ShipmentOrder: key! userKey>users customerKey>customers vendorKey>vendors orderNumber shipmentNumber date@
    statusKey>statuses/shipment-orders lineItems:StockLineItem* destinationAddress:Address* carrierName
    shippingMethod notes createdAt@ updatedAt@ deletedAt@
Site: key! organizationKey>organizations name code description contact:Contact customerKey>customers lat~ lng~
    address:Address billingAddress:Address properties notes createdAt@ updatedAt@ deletedAt@
Status: key! organizationKey>organizations parentKey name code subCode scope isActive? createdAt@ updatedAt@
    deletedAt@
Stock: key! productKey>products materialKey>materials locationKey>locations storeroomKey>storerooms
    assetKey>assets position uomKey>uom quantity# reorderPoint~ expiresAt@ reorderQuantity# minLevel# maxLevel#
    reorderLevel~ createdAt@ updatedAt@ deletedAt@
StockAdjustment: key! locationKey>locations storeroomKey>storerooms userKey>users date@ reason
    lineItems:StockLineItem* adjustmentNumber total$ type createdAt@ updatedAt@ deletedAt@
StockLineItem: productKey>products materialKey>materials quantity~ locationKey>locations storeroomKey>storerooms
StockTransfer: key! organizationKey>organizations shipmentOrderKey>shipment-orders fromLocationKey>locations
    toLocationKey>locations fromStoreroomKey>storerooms toStoreroomKey>storerooms
    statusKey>statuses/stock-transfers code date@ lineItems:StockLineItem* orderNumber shipmentNumber
    shipmentAddress:Address shipmentRequired?~ shippingMethod createdAt@ updatedAt@ deletedAt@
Storeroom: key! parentKey>storerooms siteKey>sites locationKey>locations userManagerKey>users code name type
    description priority~ createdAt@ updatedAt@ deletedAt@
SupplyOption: vendorKey>vendors partNumber* price* uomKey>uom currencyKey>currencies uomQuantity~ makePartNumber
    reorderPoint~ createdAt@ updatedAt@
Task: key! parentKey code title description priority~ checkList*
Tax: key! organizationKey>organizations name type taxPercentage~ isActive? createdAt@ updatedAt@ deletedAt@
Team: key! accountKey>accounts code name description createdAt@ updatedAt@ deletedAt@
    organizationKey>organizations
UnitOfMeasure: key! name code rateBaseKey>uom rate~ isActive?
User: key! organizationKey>organizations siteKeys>>sites locationKeys>>locations name roleName description notes
    isActive?~ createdAt@ updatedAt@ deletedAt@
Vendor: key! name code companyKey>companies organizationKey>organizations createdAt@ updatedAt@ deletedAt@
Work: laborKey>labors vendorKey>vendors assetKey>assets teamKey>teams poKey>purchase-orders
    poLineItemKey>purchase-orders.line-items accountKey>accounts name description estimatedTime# registeredTime#
    rate~ cost$ startedAt@ finishedAt@ createdAt@ updatedAt@ deletedAt@
WorkOrder: key! parentKey>work-orders locationKey>locations siteKey>sites assetKey>assets accountKey>accounts
    title serviceRequestKey>service-requests code pmKey>pm teamKey>teams laborAssignedKey>labors
    userApprovedKey>users assetDowntimeKey>assets-downtime organizationKey>organizations instructions status
    statusKey>statuses/work-orders severity estimatedTime~ roleName categoryName storeroomKey>storerooms notes
    approvedAt@ dueAt@ scheduledAt@ actualTime~ completedAt@ completionRemarks tasks:Task* documents:Document*
    resources:Work* materialCount~ createdAt@ updatedAt@ deletedAt@
WorkTrigger: uomKey>uom type interval~ recurring condition
";
