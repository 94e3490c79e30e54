//! Alert rules (advertised).

use crate::api::alerts::{AlertChange, AlertRule, NewAlertRule};
use crate::api::operation::Operation;
use crate::client::{ApiRequest, Client, Error, PageOptions};

impl Client {
    /// Returns every alert rule (advertised: `alert_rule_list`).
    pub async fn alert_rules(&self) -> Result<Vec<AlertRule>, Error> {
        let endpoint = self.require(Operation::AlertRuleList).await?;
        self.pages(ApiRequest::to(&endpoint), PageOptions::all()).all().await
    }

    /// Returns the alert rules that fire (advertised: `alert_firing`).
    pub async fn firing_alerts(&self) -> Result<Vec<AlertRule>, Error> {
        let endpoint = self.require(Operation::AlertFiring).await?;
        self.pages(ApiRequest::to(&endpoint), PageOptions::all()).all().await
    }

    /// Returns when rules began and ceased to fire, newest first (advertised: `alert_change_list`).
    pub async fn alert_changes(&self, rule: Option<&str>) -> Result<Vec<AlertChange>, Error> {
        let endpoint = self.require(Operation::AlertChangeList).await?;
        self.pages(ApiRequest::to(&endpoint).maybe_query("rule_id", rule), PageOptions::all()).all().await
    }

    /// Makes an alert rule (advertised: `alert_rule_create`).
    pub async fn create_alert_rule(&self, new: &NewAlertRule) -> Result<AlertRule, Error> {
        let endpoint = self.require(Operation::AlertRuleCreate).await?;
        self.send(ApiRequest::to(&endpoint).json(new)).await?.data()
    }

    /// Removes an alert rule (advertised: `alert_rule_delete`).
    pub async fn delete_alert_rule(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::AlertRuleDelete).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.removed(id)
    }
}
