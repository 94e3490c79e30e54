//! The rows of the catalogue: resources, what hangs below them, statuses, and what a write takes.

/// `path | schema | singular | plural | verbs in eam, erp, wms | paging | notable columns`.
///
/// Verbs are `L`ist, `G`et, `C`reate, `U`pdate. Paging is `sized` where `per_page` is published.
pub(super) const RESOURCES: &str = "\
organizations | Organization | organization | organizations | LG LG LG | sized | key code name
sites | Site | site | sites | LG LG LG | fixed | key code name organizationKey
locations | Location | location | locations | LG LG LG | sized | key code name type siteKey
storerooms | Storeroom | storeroom | storerooms | LG LG LG | sized | key code name siteKey
accounts | Account | account | accounts | LG LG LG | sized | key code name
teams | Team | team | teams | LG LG LG | sized | key code name
labors | Labor | worker | workers | LG LG LG | sized | key code name roleName
users | User | user | users | LG LG LG | sized | key name roleName isActive
uom | UnitOfMeasure | unit of measure | units of measure | LG LG LG | sized | key code name
companies | Company | company | companies | LG LG LG | sized | key code name
vendors | Vendor | vendor | vendors | LG LG LG | sized | key code name updatedAt
customers | Customer | customer | customers | LGC LGCU LGC | sized | key code name updatedAt
stocks | Stock | stock | stocks | LGCU LGCU LGCU | sized | key materialKey storeroomKey quantity reorderPoint
purchase-orders | PurchaseOrder | purchase order | purchase orders | LGCU LGCU LGCU | sized | key orderNo title statusKey totalGrossValue updatedAt
purchase-orders.line-items | LineItem | purchase order line | purchase order lines | LG LG LG | sized | key lineRef lineNo name quantity lineTotalValue
materials | Part | material | materials | LGCU LGCU LGCU | fixed | key code name cost isActive
inventories | Inventory | inventory | inventories | LGU LGU LGU | sized | key code name quantity unitCost
return-orders | ReturnOrder | return order | return orders | LGCU LGCU LGCU | sized | key orderNo title statusKey updatedAt
assets | Asset | asset | assets | LGCU - - | sized | key name categoryName criticality serialNumber updatedAt
assets-downtime | AssetDowntime | downtime | downtimes | LG - - | sized | key assetKey description startedAt endedAt
asset-templates | Model | asset template | asset templates | LG - - | sized | key name manufacturerName
meters | Counter | meter | meters | LG - - | sized | key uomName lastReading lastReadingAt
meter-readings | CounterReading | meter reading | meter readings | LG - - | sized | key meterKey reading createdAt
pm | PreventiveMaintenance | maintenance plan | maintenance plans | LG - - | sized | key title status severity dueAt
work-orders | WorkOrder | work order | work orders | LGCU - - | sized | key code title status severity dueAt
service-requests | ServiceRequest | service request | service requests | LGC - - | sized | key title severity statusKey createdAt
documents | Document | document | documents | LGC - - | sized | key name type contentType
taxes | Tax | tax | taxes | - LG - | sized | key name taxPercentage
exchange-rates | ExchangeRate | exchange rate | exchange rates | - LG - | sized | key currencyKey rate createdAt
projects | Project | project | projects | - LG - | sized | key name budget statusKey
receipts | Receipt | receipt | receipts | - LG - | sized | key code orderNo totalGrossValue updatedAt
bom | BillOfMaterial | bill of material | bills of material | - LG - | sized | key name type updatedAt
production-orders | ProductionOrder | production order | production orders | - LG - | sized | key orderNo statusKey totalGrossValue
purchase-requisitions | PurchaseRequisition | purchase requisition | purchase requisitions | - LG - | sized | key code statusKey totalGrossValue
currencies | Currency | currency | currencies | - LG LG | sized | key code name isBase
products | Product | product | products | - LGCU LGCU | sized | key code name sku price quantity
sales-orders | SalesOrder | sales order | sales orders | - LGCU LGCU | sized | key orderNumber statusKey date contactPerson
invoices | Invoice | invoice | invoices | - LGCU - | sized | key invoiceNumber title totalGrossValue dueDate
receiving | Receiving | receiving | receivings | - LGCU - | sized | key code orderNo totalGrossValue updatedAt
rfq | RequestForQuotation | request for quotation | requests for quotation | - LGCU - | sized | key code statusKey totalGrossValue
stock-transfers | StockTransfer | stock transfer | stock transfers | - LGCU LGCU | sized | key code orderNumber statusKey date
fulfillments | Fulfillment | fulfillment | fulfillments | - LGCU LGCU | sized | key code title statusKey completedAt
groups | ProductGroup | product group | product groups | - - LG | sized | key code name
stock-adjustments | StockAdjustment | stock adjustment | stock adjustments | - - LGCU | sized | key adjustmentNumber reason total date
shipment-orders | ShipmentOrder | shipment order | shipment orders | - - LG | sized | key shipmentNumber carrierName statusKey date";

/// `method path | domains | schema | what it answers | inputs`; `!` marks a required input.
///
/// The published documents have `WorkOrder` for the materials of a work order, and nothing for those of everything
/// else; `MaterialItem`, which is published and used nowhere, has a key for each of these parents.
pub(super) const NESTED: &str = "\
put purchase-orders/{key}/status | eam erp wms | PurchaseOrder | one | status
put materials/{key}/inventory | eam erp wms | Material | one | code name quantity unitCost locationKey
get materials/{key}/children | eam erp wms | MaterialItem | list |
get assets/{key}/materials | eam | MaterialItem | list |
get asset-templates/{key}/materials | eam | MaterialItem | list |
get pm/{key}/materials | eam | MaterialItem | list |
get work-orders/custom-fields | eam | CustomField | list |
get work-orders/materials | eam | MaterialItem | list |
get work-orders/{key}/materials | eam | MaterialItem | list |
post work-orders/{key}/materials | eam | MaterialItem | one | materialKey storeroomKey requiredQuantity! usedQuantity!
put work-orders/{key}/materials/{materialKey} | eam | MaterialItem | one | materialKey storeroomKey requiredQuantity! usedQuantity!
put work-orders/{key}/status | eam | WorkOrder | one | statusKey
put invoices/{key}/status | erp | Invoice | one | status
get production-orders/{key}/materials | erp | MaterialItem | list |
put fulfillments/{key}/status | erp wms | Fulfillment | one | status
post shipment-orders/{key}/delivered | wms | ShipmentOrder | one |";

/// Lists of statuses, `…/statuses/<whose>`, and the domains that have them.
pub(super) const STATUSES: &str = "\
work-orders | eam
purchase-orders | eam erp wms
service-requests | eam
return-orders | eam erp wms
purchase-requisitions | erp
sales-orders | erp wms
projects | erp
invoices | erp
production-orders | erp
rfq | erp
receiving | erp
fulfillments | erp wms
stock-transfers | wms
shipment-orders | wms";

/// `path | verbs | inputs`: the published body of a create (`C`) and an update (`U`); `!` marks a required input.
pub(super) const INPUTS: &str = "\
assets | C | siteKey parentKey vendorKey modelKey assetTemplateKey teamKey locationKey accountKey name description notes categoryName criticality isActive manufacturerName modelName serialNumber activatedAt deactivatedAt
assets | U | siteKey parentKey vendorKey modelKey teamKey locationKey accountKey name description notes categoryName criticality isActive manufacturerName modelName serialNumber activatedAt deactivatedAt
customers | CU | name code companyKey
documents | C | file! name!
fulfillments | CU | siteKey vendorKey customerKey salesOrderKey stockTransferKey statusKey code orderNo orderDate title description completedAt notes lineItems
inventories | U | code name quantity unitCost locationKey
invoices | C | invoiceNumber vendorKey poKey statusKey lineItem invoiceDate dueDate receivedDate currencyKey customerKey totalNetValue totalTaxValue totalGrossValue
invoices | U | invoiceNumber vendorKey poKey statusKey lineItem invoiceDate dueDate receivedDate currencyKey createdAt updatedAt deletedAt
materials | CU | siteKeys parentKeys assetKeys vendorKeys documents accountKey code isAssembly partNumber name description notes criticality isActive manufacturerName minimumQuantity cost currency
products | CU | groupKey uomKey code name description type isTaxable taxKeys status price currencyKey quantity sku upc ean isbn partNumber reorderLevel
purchase-orders | C | siteKey vendorKey code orderNo orderDate statusKey title description dueAt approvedAt completedAt shippingMethod terms notes currencyKey totalNetValue totalTaxValue totalGrossValue createdAt updatedAt
purchase-orders | U | siteKey vendorKey code! orderNo orderDate statusKey title description dueAt approvedAt completedAt shippingMethod terms notes currencyKey totalNetValue totalTaxValue totalGrossValue createdAt updatedAt
receiving | CU | siteKey vendorKey poKey code orderNo orderDate title description completedAt shippingMethod notes currencyKey totalNetValue totalTaxValue totalGrossValue
return-orders | C | organizationKey locationKey vendorKey description lineItems
return-orders | U |
rfq | CU | organizationKey siteKey userRequestedKey userApprovedKey statusKey code type shippingMethod shippingAddress lineItems documentKeys totalNetValue totalTaxValue createdAt updatedAt
sales-orders | C | organizationKey customerKey userKey code orderNumber date statusKey shipmentDate contactPerson lines currencyKey currencyRate shipmentOrderKey shipmentAddress billingAddress createdAt updatedAt deletedAt
sales-orders | U |
service-requests | C | userRequestedKey title assetKey description
stock-adjustments | CU | locationKey storeroomKey accountKey userKey date reason lineItems total type
stock-transfers | CU | fromLocationKey toLocationKey fromStoreroomKey toStoreroomKey statusKey code date orderNumber
stocks | CU | productKey materialKey locationKey storeroomKey assetKey position uomKey quantity expiresAt
work-orders | CU | title statusKey scheduledAt siteKey locationKey storeroomKey assetKey assetDowntimeKey serviceRequestKey pmKey teamKey laborAssignedKey accountKey userApprovedKey code instructions severity estimatedTime actualTime roleName categoryName documents tasks notes approvedAt dueAt completedAt completionRemarks createdAt updatedAt deletedAt";
