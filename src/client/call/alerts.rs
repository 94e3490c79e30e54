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
        let answer = self.send(ApiRequest::to(&endpoint).json(new)).await?;
        let made: AlertRule = answer.data()?;
        let threshold = made.threshold.unwrap_or(f64::NAN);
        let is_same = made.metric.as_deref() == Some(new.metric.as_str())
            && (threshold - new.threshold).abs() <= new.threshold.abs() * 1e-6
            && made.connection_id == new.connection_id;
        answer.holds(is_same, "another rule than the one that was sent")?;
        Ok(made)
    }

    /// Removes an alert rule (advertised: `alert_rule_delete`).
    pub async fn delete_alert_rule(&self, id: &str) -> Result<(), Error> {
        let endpoint = self.require(Operation::AlertRuleDelete).await?;
        self.send(ApiRequest::to(&endpoint).fill(&[("id", id)])).await?.removed(id)
    }
}
