// What Swift needs of OpenSSL 3.0: the headers, and a `static inline` function for each macro and
// each typed stack accessor that the importer cannot see.
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

// MARK: libcrypto

static inline void *shim_malloc(size_t count) { return OPENSSL_malloc(count); }

static inline void shim_clear_free(void *memory, size_t count) {
    OPENSSL_clear_free(memory, count);
}

static inline int shim_gcm_get_tag(EVP_CIPHER_CTX *context, void *tag, int count) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, count, tag);
}

static inline int shim_gcm_set_tag(EVP_CIPHER_CTX *context, const void *tag, int count) {
    return EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, count, (void *)tag);
}

// EVP_MAC_init with the digest named; the context keeps the key until it is freed.
static inline int shim_hmac_sha256_init(EVP_MAC_CTX *context, const uint8_t *key, size_t count) {
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, (char *)"SHA2-256", 0),
        OSSL_PARAM_construct_end(),
    };
    return EVP_MAC_init(context, key, count, params);
}

// EVP_KDF_derive for HKDF with SHA-256, extract and expand (RFC 5869).
static inline int shim_hkdf_sha256(
    EVP_KDF_CTX *context, const uint8_t *key, size_t key_count, const uint8_t *salt,
    size_t salt_count, const uint8_t *info, size_t info_count, uint8_t *out, size_t out_count) {
    OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)"SHA2-256", 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)key, key_count),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)salt, salt_count),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_count),
        OSSL_PARAM_construct_end(),
    };
    return EVP_KDF_derive(context, out, out_count, params);
}

// MARK: certificates

// Seconds since 1970, or 0 (and no result) for a malformed time.
static inline int shim_time_to_unix(const ASN1_TIME *time, int64_t *seconds) {
    struct tm parts;
    if (ASN1_TIME_to_tm(time, &parts) != 1) { return 0; }
    *seconds = (int64_t)timegm(&parts);
    return 1;
}

// One line, RFC 2253 escapes for control characters, UTF-8 kept; a memory BIO to free, or NULL.
static inline BIO *shim_subject(const X509 *certificate) {
    BIO *text = BIO_new(BIO_s_mem());
    if (text == NULL) { return NULL; }
    unsigned long flags = XN_FLAG_ONELINE & ~ASN1_STRFLGS_ESC_MSB;
    if (X509_NAME_print_ex(text, X509_get_subject_name(certificate), 0, flags) < 0) {
        BIO_free(text);
        return NULL;
    }
    return text;
}

static inline long shim_memory_contents(BIO *bio, const char **contents) {
    return BIO_get_mem_data(bio, (char **)contents);
}

// The subject alternative names, or NULL; freed with shim_alternative_names_free.
static inline void *shim_alternative_names(const X509 *certificate) {
    return X509_get_ext_d2i(certificate, NID_subject_alt_name, NULL, NULL);
}

static inline int shim_alternative_names_count(const void *names) {
    return sk_GENERAL_NAME_num((const GENERAL_NAMES *)names);
}

// The kind (GEN_URI, GEN_DNS, or another without contents) of the name at `index`.
static inline int shim_alternative_name(
    const void *names, int index, const uint8_t **contents, int *count) {
    const GENERAL_NAME *name = sk_GENERAL_NAME_value((const GENERAL_NAMES *)names, index);
    if (name->type == GEN_URI || name->type == GEN_DNS) {
        *contents = ASN1_STRING_get0_data(name->d.ia5);
        *count = ASN1_STRING_length(name->d.ia5);
    } else {
        *contents = NULL;
        *count = 0;
    }
    return name->type;
}

static inline void shim_alternative_names_free(void *names) {
    GENERAL_NAMES_free((GENERAL_NAMES *)names);
}

// MARK: libssl

// What every context has: see TLSContext.
static inline void shim_harden(SSL_CTX *context) {
    SSL_CTX_set_options(
        context, SSL_OP_NO_TICKET | SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION
                     | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_num_tickets(context, 0);
    SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_max_early_data(context, 0);
    SSL_CTX_set_recv_max_early_data(context, 0);
    SSL_CTX_set_mode(context, SSL_MODE_RELEASE_BUFFERS);
}

static inline int shim_set_versions(SSL_CTX *context, int minimum, int maximum) {
    return SSL_CTX_set_min_proto_version(context, minimum) == 1
        && SSL_CTX_set_max_proto_version(context, maximum) == 1;
}

static inline int shim_add_chain_certificate(SSL_CTX *context, X509 *certificate) {
    return (int)SSL_CTX_add1_chain_cert(context, certificate);
}

static inline int shim_set_server_name(SSL *session, const char *name) {
    return (int)SSL_set_tlsext_host_name(session, name);
}

static inline int shim_set_user_data(SSL *session, void *data) {
    return SSL_set_app_data(session, data);
}

// The user data of the session that a certificate is being verified for.
static inline void *shim_verification_user_data(X509_STORE_CTX *context) {
    SSL *session = (SSL *)X509_STORE_CTX_get_ex_data(
        context, SSL_get_ex_data_X509_STORE_CTX_idx());
    return session == NULL ? NULL : SSL_get_app_data(session);
}

static inline void shim_clear_retry(BIO *bio) { BIO_clear_retry_flags(bio); }
static inline void shim_set_retry_read(BIO *bio) { BIO_set_retry_read(bio); }
