//! Files for what runs a monitor and reads its metrics.

/// A file that is printed for somebody to install.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Setup {
    /// Service unit of systemd
    Systemd,
    /// Deployment and service of Kubernetes
    Kubernetes,
    /// Alert rules of Prometheus
    PrometheusRules,
    /// Dashboard of Grafana (JSON)
    Grafana,
}

impl Setup {
    /// Returns the text.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Systemd => include_str!("systemd.service"),
            Self::Kubernetes => include_str!("kubernetes.yaml"),
            Self::PrometheusRules => include_str!("prometheus-rules.yaml"),
            Self::Grafana => include_str!("grafana.json"),
        }
    }
}
