// SPDX-FileCopyrightText: 2026 The Renewal Console authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/connectiondialog.h"

#include "models/items/await.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/labels.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace renewal::ui {

using namespace Qt::StringLiterals;

ConnectionDialog::ConnectionDialog(ConnectionGateway *services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_url(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("Keep the token in this desktop's keychain"), this))
    , m_result(makeQuietLabel({}, u"connectionResultLabel"_s, FontRole::Body, this))
{
    setObjectName(u"connectionDialog"_s);
    setWindowTitle(tr("Connect to a service"));
    setupFields();
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(scaled(this, 16));
    form->setVerticalSpacing(scaled(this, 10));
    form->addRow(tr("Address"), m_url);
    form->addRow(tr("Token"), m_token);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(scaled(this, 12));
    layout->addWidget(makeQuietLabel(
        tr("Many desks share one service. Your administrator gives you its address and a token."),
        u"connectionIntroLabel"_s, FontRole::Body, this));
    layout->addLayout(form);
    layout->addWidget(m_keep);
    layout->addWidget(m_result);
    layout->addStretch(1);
    layout->addWidget(makeButtons());
    setMinimumWidth(scaled(this, 520));
    update();
    m_url->setFocus();
}

void ConnectionDialog::setupFields()
{
    m_url->setObjectName(u"serviceUrlEdit"_s);
    m_url->setAccessibleName(tr("Address"));
    m_url->setPlaceholderText(tr("https://renewals.example:8443"));
    m_url->setText(m_services->remoteUrl());
    m_token->setObjectName(u"serviceTokenEdit"_s);
    m_token->setAccessibleName(tr("Token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_keep->setObjectName(u"keepTokenCheck"_s);
    m_keep->setEnabled(m_services->canKeepTokens());
    m_keep->setChecked(m_services->canKeepTokens());
    if (!m_services->canKeepTokens())
        m_keep->setText(tr("No keychain here: the token is forgotten when the program ends"));
    for (QLineEdit *edit : {m_url, m_token})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionDialog::update);
}

QWidget *ConnectionDialog::makeButtons()
{
    auto *row = new QWidget(this);
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    QPushButton *embedded =
        makeButton(tr("Use the embedded service"), u"useEmbeddedButton"_s, ButtonKind::Plain, this);
    embedded->setVisible(!m_services->remoteUrl().isEmpty());
    m_test = makeButton(tr("Test connection"), u"testConnectionButton"_s, ButtonKind::Plain, this);
    m_connect = makeButton(tr("Connect"), u"connectButton"_s, ButtonKind::Primary, this);
    QPushButton *cancel = makeButton(tr("Cancel"), u"cancelConnectionButton"_s, ButtonKind::Plain, this);
    m_connect->setDefault(true);
    buttons->addWidget(embedded);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_connect);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::tryOut);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    // Both make the window anew, and this dialog goes with it.
    connect(m_connect, &QPushButton::clicked, this, [this] {
        accept();
        m_services->connectTo(address());
    });
    connect(embedded, &QPushButton::clicked, this, [this] {
        accept();
        m_services->useEmbedded();
    });
    return row;
}

ServiceAddress ConnectionDialog::address() const
{
    return {m_url->text().trimmed(), m_token->text().trimmed().toUtf8(),
            m_keep->isEnabled() && m_keep->isChecked()};
}

void ConnectionDialog::update()
{
    const ServiceAddress now = address();
    const bool isFilled = !now.url.isEmpty() && !now.token.isEmpty();
    m_test->setEnabled(isFilled);
    m_connect->setEnabled(isFilled);
    ++m_generation; // what is being tried is not what stands here any more
    m_result->setText({});
}

void ConnectionDialog::tryOut()
{
    const quint64 generation = ++m_generation;
    m_test->setEnabled(false);
    showResult(tr("Asking…"), false);
    items::await(m_services->test(address()), this, [this, generation](const Result<ServiceStatus> &status) {
        if (generation != m_generation)
            return;
        m_test->setEnabled(true);
        if (status)
            showResult(tr("It answers: version %1, %2 renewals.")
                           .arg(status->version, QLocale().toString(status->renewals)),
                       false);
        else
            showResult(status.error().text, true);
    });
}

void ConnectionDialog::showResult(const QString &text, bool isBad)
{
    m_result->setForegroundRole(isBad ? QPalette::BrightText : QPalette::Text);
    m_result->setText(text);
    announce(m_result, text);
}

} // namespace renewal::ui
